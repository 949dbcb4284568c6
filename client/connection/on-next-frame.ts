/**
 * Does some work once, before the page is next painted. A hidden tab paints nothing, and work must go
 * on there too, so a timer runs beside it; whichever comes first does the work.
 */
const longestWaitMs = 200;

export function onNextFrame(work: () => void): void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    work();
  };
  const paints = typeof requestAnimationFrame === "function" && !document.hidden;
  const timer = setTimeout(once, paints ? longestWaitMs : 16);
  if (paints) requestAnimationFrame(once);
}
