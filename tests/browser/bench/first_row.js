// Notes in the page's own timings when its first row is on screen, and when that is a row of the program, which answers: a
// page that was drawn before shows its rows before that. When something is on screen, only the browser knows, and tells
// of what has this attribute. What watches all of a page slows it down, so each watch ends as soon as it can.
new PerformanceObserver((list) => {
  for (const { identifier, renderTime } of list.getEntries()) {
    const name = `bench: ${identifier}`;
    if (performance.getEntriesByName(name).length === 0) {
      performance.mark(name, { startTime: renderTime });
    }
  }
}).observe({ type: 'element', buffered: true });
const note = (row, name) => {
  for (const one of row.querySelectorAll('*')) {
    one.setAttribute('elementtiming', name);
  }
};
const watch = (place, what, selector, then) => {
  const look = new MutationObserver(() => {
    const found = document.querySelector(selector);
    if (found) {
      look.disconnect();
      then(found);
    }
  });
  look.observe(place, what);
};
const answering = '#app > :not(.ql-first) .ql-table__row, #rows .ql-table__row';
const shown = `.ql-first--measures .ql-table__row, ${answering}`;
watch(document, { childList: true, subtree: true }, shown, (row) => {
  note(row, 'shown');
  if (!row.matches(answering)) {
    watch(document.getElementById('app'), { childList: true }, answering, (row) => note(row, 'answers'));
  }
});
