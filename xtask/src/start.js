// Unpacks the program from the page and starts it. Every way this can go wrong ends in words on the page:
// a blank page tells a reader nothing, and the console is out of their sight.

// The head of the page looks for it once all of the page is read: see index.html.
document.documentElement.dataset.begun = '';

const BROWSERS =
  'Open this file in an up-to-date Edge, Chrome, Firefox or Safari. On an iPad or iPhone, open it from a web address rather than from the Files app.';

const TROUBLE = {
  absent: {
    title: 'This browser cannot run Quarterlight',
    advice: [
      'It is too old, or WebAssembly has been turned off in it (Lockdown Mode on Apple devices does that, and so do some security settings in Edge).',
      BROWSERS,
    ],
  },
  forbidden: {
    title: 'Quarterlight is not allowed to run here',
    advice: [
      'The site or program that shows this page forbids WebAssembly, which Quarterlight is made of.',
      'Save the file to your computer and open it from there. To let it run here, the people who look after the site need to add ‘wasm-unsafe-eval’ to the script-src of its content security policy.',
    ],
  },
  damaged: {
    title: 'This copy of Quarterlight is damaged',
    advice: [
      'Part of the file is missing or was changed on its way here. Get a fresh copy and open that.',
    ],
  },
  failed: {
    title: 'Quarterlight could not start',
    advice: [
      'Reload the page. If this message comes back, get a fresh copy of the file.',
      BROWSERS,
    ],
  },
  stopped: {
    title: 'Quarterlight has stopped',
    advice: [
      'A fault in the program stopped it. The files you opened are unchanged, and nothing has left your device.',
      'Reload the page to start again. Changes made on this page since you last saved may be lost.',
    ],
  },
};

function message(trouble, error) {
  const box = document.createElement('main');
  box.className = 'ql-shell';
  box.setAttribute('role', 'alert');
  const title = document.createElement('h1');
  title.className = 'ql-shell__title';
  title.textContent = trouble.title;
  box.append(title);
  for (const sentence of trouble.advice) {
    const paragraph = document.createElement('p');
    paragraph.textContent = sentence;
    box.append(paragraph);
  }
  if (error) {
    const details = document.createElement('p');
    details.className = 'ql-shell__details';
    details.textContent = 'For whoever helps you: ' + error;
    box.append(details);
  }
  return box;
}

let running = false;
let over = false;
let panic = '';

function refuse(trouble, error) {
  over = true;
  console.error(trouble.title, error);
  document.getElementById('app').replaceChildren(message(trouble, error));
  // What the page holds as plain markup can be read all the same.
  document.documentElement.className = '';
}

// A fault after start-up leaves a page that looks alive and answers nothing, so it has to say so. The dead
// page stays below the message: what was typed into it can still be read and copied.
function stop(error) {
  if (over || !running) {
    return;
  }
  over = true;
  const box = message(TROUBLE.stopped, error);
  box.classList.add('ql-shell--stopped');
  document.body.prepend(box);
  box.scrollIntoView();
}

// Opened from a file, some browsers keep back what was thrown; what a panic prints first is never kept back.
const log = console.error;
console.error = (...things) => {
  log.apply(console, things);
  if (String(things[0]).startsWith('panicked at')) {
    panic = String(things[0]).split('Stack:')[0].trim();
    stop(panic);
  }
};

function watch(error) {
  if (error && error.name === 'RuntimeError') {
    stop(error);
  }
}

// What cannot stand in a page: it is written with what follows it as one character. See sevens.rs.
const BARRED = [0, 13, 26, 27, 60];

// Seven bits to a character, or two times seven to one from U+0100 on.
function bytesOf(text) {
  const bytes = new Uint8Array(2 * text.length);
  let length = 0;
  let held = 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 255) {
      held = (held << 7) | BARRED[(code >> 7) - 2];
      count += 7;
      if (count >= 8) {
        count -= 8;
        bytes[length++] = held >> count;
      }
    }
    held = (held << 7) | (code & 127);
    count += 7;
    if (count >= 8) {
      count -= 8;
      bytes[length++] = held >> count;
    }
  }
  return bytes.subarray(0, length);
}

// Compiled by other threads while it is being unpacked. A compiler that is fed by a stream asks for the type.
function compiled(text) {
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const headers = { 'Content-Type': 'application/wasm' };
  return WebAssembly.compileStreaming(new Response(stream, { headers }));
}

// What can be read already is painted before the program takes its place. A page that nobody sees paints nothing.
function painted() {
  const views = Array.from(document.querySelectorAll('.ql-first'));
  if (document.hidden || !views.some((view) => view.offsetHeight > 0)) {
    return null;
  }
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 300);
  });
}

async function start() {
  if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function') {
    return refuse(TROUBLE.absent);
  }
  try {
    // The smallest module there is: only a policy stops it from compiling.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (error) {
    return refuse(TROUBLE.forbidden, error);
  }
  let module;
  try {
    await painted();
    module = await compiled(document.getElementById('program').textContent);
  } catch (error) {
    return refuse(TROUBLE.damaged, error);
  }
  window.addEventListener('error', (event) => watch(event.error));
  window.addEventListener('unhandledrejection', (event) => watch(event.reason));
  try {
    await wasm_bindgen({ module_or_path: module });
    running = true;
    if (panic) {
      stop(panic);
    }
  } catch (error) {
    // The module compiled a moment ago: if it may not now, that is a policy again, in another engine.
    const forbidden = error instanceof WebAssembly.CompileError;
    refuse(forbidden ? TROUBLE.forbidden : TROUBLE.failed, panic || error);
  }
}

start();
