// What a browser does when files are dropped on a page or text is pasted into it.
function drop(target, files) {
  const transfer = new DataTransfer();
  for (const { name, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([bytes], name));
  }
  const send = (kind) => {
    const event = new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer });
    return !target.dispatchEvent(event);
  };
  send('dragenter');
  const accepted = send('dragover');
  if (accepted) {
    send('drop');
  } else {
    send('dragleave');
  }
  return accepted;
}

function paste(text) {
  const transfer = new DataTransfer();
  transfer.setData('text/plain', text);
  const target = document.activeElement || document.body;
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData: transfer });
  if (!event.clipboardData || event.clipboardData.getData('text/plain') !== text) {
    // An engine that ignores the transfer it is given.
    Object.defineProperty(event, 'clipboardData', { value: transfer });
  }
  const unhandled = target.dispatchEvent(event);
  if (unhandled && target.matches('input, textarea')) {
    target.setRangeText(text, target.selectionStart, target.selectionEnd, 'end');
    target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', data: text }));
  }
}
