// Types into the filter letter by letter, then scrolls twenty windows down, a sixth of one in each frame.
const after = (then) => new Promise((resolve) => then(resolve));
const frame = () => after(requestAnimationFrame);
const painted = async () => {
  await frame();
  await after((resolve) => setTimeout(resolve));
};
return (async () => {
  const field = document.querySelector('input[type=search]');
  const letters = [];
  const text = 'reviewed in time';
  for (let end = 1; end <= text.length; end += 1) {
    await painted();
    await after((resolve) => setTimeout(resolve, 150));
    const begun = performance.now();
    field.value = text.slice(0, end);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // The page is changed behind the event, before anything else.
    await null;
    await after((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });
    const changed = performance.now();
    await painted();
    letters.push([changed - begun, performance.now() - begun]);
  }
  field.value = '';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await painted();
  scrollTo(0, 0);
  await after((resolve) => setTimeout(resolve, 300));
  const frames = [];
  let last = await frame();
  for (let step = 0; step < 120; step += 1) {
    scrollBy(0, innerHeight / 6);
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return { letters, frames };
})();
