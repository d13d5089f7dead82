// Notes in the page's own timings when its first row is on screen, and when the program behind it answers: a saved
// page shows its rows before that.
const note = (name) => {
  // A task behind the next frame's callbacks comes when that frame has been laid out and painted.
  requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
};
const isShown = (row) => row.getClientRects().length > 0;
let shown = false;
const rows = new MutationObserver(() => {
  const found = Array.from(document.querySelectorAll('#app .ql-table__row, #rows .ql-table__row'));
  if (!shown && found.some(isShown)) {
    shown = true;
    note('bench: shown');
  }
  if (found.some((row) => !row.closest('.ql-first'))) {
    rows.disconnect();
    note('bench: answers');
  }
});
rows.observe(document, { childList: true, subtree: true });
