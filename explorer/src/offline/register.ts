// Has the page work without a network once it was loaded.

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("./service-worker.js", location.href)).catch(() => {
      // Pages that came without encryption, or from a file, have none: they need the network each time.
    });
  });
}
