// Notes, in whichever page it is run, when its first rows are on screen and which tasks were long.
const watched = { painted: 0, tasks: [] };
window.watched = watched;
new PerformanceObserver((list) => {
  watched.tasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration]));
}).observe({ type: 'longtask' });
const rows = new MutationObserver(() => {
  if (document.querySelector('.ql-table__row')) {
    rows.disconnect();
    // A task behind the next frame's callbacks comes when that frame has been laid out and painted.
    requestAnimationFrame(() => setTimeout(() => (watched.painted = performance.now())));
  }
});
rows.observe(document.body, { childList: true, subtree: true });
