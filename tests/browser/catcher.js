// Keeps what the console of WebKit would show, for the harness to read.
(() => {
  const errors = [];
  const words = (thing) => (thing instanceof Error ? thing.name + ': ' + thing.message : String(thing));
  window.addEventListener(
    'error',
    (event) => errors.push(event.message || 'cannot load ' + (event.target.src || event.target.href)),
    true,
  );
  window.addEventListener('unhandledrejection', (event) => errors.push(words(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) =>
    errors.push('blocked by ' + event.effectiveDirective + ': ' + event.blockedURI),
  );
  const logged = console.error;
  console.error = (...things) => {
    errors.push(things.map(words).join(' '));
    logged.apply(console, things);
  };
  window.takeErrors = () => errors.splice(0);
})();
