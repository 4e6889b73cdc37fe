/**
 * Puts a form where its script stands: `<script src="…/f/embed.js" data-form="…" async></script>`. The frame grows
 * with what is in it; where the visitor came from is handed on, because a frame cannot see it. It imports nothing:
 * other people's pages load it as a plain script.
 */
(() => {
  const script = document.currentScript ?? document.querySelector('script[data-form]');
  const form = script?.getAttribute('data-form') ?? '';
  if (!script || !/^[\w-]{22,64}$/.test(form)) return;
  const home = new URL(script.getAttribute('src') ?? '', location.href).origin;
  const visit = { url: location.href.slice(0, 2_000), referrer: document.referrer.slice(0, 500) };
  let first: unknown = { ...visit, at: new Date().toISOString() };
  try {
    const before = localStorage.getItem('yd.first-visit');
    if (before) first = JSON.parse(before);
    else localStorage.setItem('yd.first-visit', JSON.stringify(first));
  } catch {
    // A browser that keeps nothing has no first time.
  }
  const frame = document.createElement('iframe');
  frame.src = `${home}/f/${form}?embed=1#${encodeURIComponent(JSON.stringify({ last: visit, first }))}`;
  frame.title = script.getAttribute('data-title') ?? 'form';
  frame.style.cssText = 'width:100%;border:0;min-height:420px';
  script.after(frame);
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== home) return;
    const height = Number((event.data as { ydFormHeight?: number }).ydFormHeight);
    if (height > 0 && height < 10_000) frame.style.height = `${Math.ceil(height)}px`;
  });
})();
