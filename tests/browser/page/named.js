// Every visible thing one can act on that `selector` finds and whose accessible name is `name`, and the names of all.
// File inputs count when they are not visible: pages put a label or a button before them.
function named(name, selector) {
  const tidy = (text) => (text || '').replace(/\s+/g, ' ').trim();
  const nameOf = (element) => {
    const ids = element.getAttribute('aria-labelledby');
    if (ids) {
      return tidy(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(' '));
    }
    const said = tidy(element.getAttribute('aria-label'));
    if (said) {
      return said;
    }
    if (element.labels && element.labels.length > 0) {
      return tidy(Array.from(element.labels, (label) => {
        const copy = label.cloneNode(true);
        copy.querySelectorAll('select, textarea, input').forEach((inner) => inner.remove());
        return copy.textContent;
      }).join(' '));
    }
    if (element.matches('input[type=submit], input[type=button], input[type=reset]')) {
      return tidy(element.value);
    }
    const copy = element.cloneNode(true);
    copy.querySelectorAll('[aria-hidden=true]').forEach((inner) => inner.remove());
    return tidy(element.matches('input, select, textarea') ? '' : copy.textContent) || tidy(element.title || element.placeholder);
  };
  const visible = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible';
  };
  const things = Array.from(
    document.querySelectorAll(
      'a[href], button, summary, input, select, textarea, [tabindex], [contenteditable=true], [role=button], [role=link], [role=tab], [role=menuitem], [role=option], [role=checkbox], [role=switch], [role=radio]',
    ),
  ).filter((element) => element.matches(selector) && (element.type === 'file' || visible(element)));
  const names = things.map(nameOf);
  const found = things.filter((element, at) => names[at] === name);
  // The first in the page's order is the one meant, unless a dialog is open: that is what the reader faces.
  const modal = found.find((element) => element.closest('dialog[open], [aria-modal=true]'));
  return { element: modal || found[0] || null, names: names.filter(Boolean) };
}
