// Notes in the page's own timings when its first row is on screen. Plain markup of a saved page is not shown.
const rows = new MutationObserver(() => {
  if (document.querySelector('#app .ql-table__row, #rows .ql-table__row')) {
    rows.disconnect();
    // A task behind the next frame's callbacks comes when that frame has been laid out and painted.
    requestAnimationFrame(() => setTimeout(() => performance.mark('bench: shown')));
  }
});
rows.observe(document, { childList: true, subtree: true });
