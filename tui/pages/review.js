// A sitting goes on in a new screen: nothing of it lives in this page.
document.getElementById("again").addEventListener("click", () => window.location.reload());

// The keys are the queue's from the first picture on, without a click.
new MutationObserver((_, observer) => {
  const terminal = document.querySelector(".xterm-helper-textarea");
  if (terminal && document.body.classList.contains("-first-byte")) {
    observer.disconnect();
    terminal.focus();
  }
}).observe(document.body, { attributes: true, childList: true, subtree: true });
