// What was noted: waits until the rows are on screen and the page has nothing left to do.
const idle = (time) => new Promise((resolve) => setTimeout(resolve, time));
return (async () => {
  while (!watched.painted) {
    await idle(20);
  }
  await idle(200);
  const spent = {};
  for (const { name, duration } of performance.getEntriesByType('measure')) {
    spent[name] = (spent[name] || 0) + duration;
  }
  const begun = window.plain ? plain.begun : performance.getEntriesByName('quarterlight: bytes')[0].startTime;
  // What the plain page does not work out: the outlook beside the position.
  for (const beside of document.querySelectorAll('.ql-beside')) {
    beside.remove();
  }
  const texts = (row) => row.innerText.replace(/\s+/g, ' ').trim();
  return {
    painted: watched.painted - begun,
    read: window.plain ? plain.read : spent['quarterlight: read'] || 0,
    assess: window.plain ? plain.assess : spent['quarterlight: assess'] || 0,
    longest: Math.max(0, ...watched.tasks.filter(([start]) => start >= begun - 50).map(([, time]) => time)),
    rows: Array.from(document.querySelectorAll('.ql-table__group'), texts),
    statuses: window.plain ? plain.statuses.map((one) => [one.progress.word, one.direction.word]) : null,
    counts: Array.from(document.querySelectorAll('.ql-counts tr'), texts),
  };
})();
