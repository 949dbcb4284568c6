/**
 * In one line what the notice above the page says of the connection, for as long as the notice is scrolled out of
 * sight and no header stays in its place: in narrow and in low windows. Promises not to cover what has the focus.
 */
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from "react";
import "./connection-strip.css";

interface ConnectionStripProps {
  /** What says the same in full. */
  readonly notice: RefObject<HTMLElement | null>;
  readonly look: "warn" | "danger";
  readonly words: string;
  readonly action?: ReactNode;
}

export function ConnectionStrip({ notice, look, words, action }: ConnectionStripProps): ReactNode {
  const isOutOfSight = useIsOutOfSight(notice);
  return isOutOfSight ? (
    <Strip look={look}>
      <span>{words}</span>
      {action}
    </Strip>
  ) : null;
}

interface StripProps {
  readonly look: "warn" | "danger";
  readonly children: ReactNode;
}

function Strip({ look, children }: StripProps): ReactNode {
  const strip = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = strip;
    const { style } = document.documentElement;
    const makeRoom = (): void => {
      const height = current?.offsetHeight ?? 0;
      // Where the style sheet shows no strip, the header covers what it covers.
      if (height === 0) style.removeProperty(coveredTop);
      else style.setProperty(coveredTop, `${height}px`);
      uncoverFocus(height);
    };
    makeRoom();
    const observer = new ResizeObserver(makeRoom);
    if (current) observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty(coveredTop);
    };
  }, []);
  return (
    <section
      ref={strip}
      className={`connection-strip connection-strip-${look}`}
      aria-label="Connection"
    >
      {children}
    </section>
  );
}

/** How much of the top of the window is covered: whatever scrolls something into view keeps clear of it. */
const coveredTop = "--covered-top";

/** The strip may come while somebody writes at the very top of the window. */
function uncoverFocus(height: number): void {
  const rect = focusRect();
  if (rect && rect.bottom > 0 && rect.top < height) scrollBy({ top: rect.top - height - roomPx });
}

const roomPx = 12;

/** Of the caret, or of what has the focus where there is none. */
function focusRect(): DOMRect | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const selection = getSelection();
  const isInText = focused.matches("[contenteditable]") && (selection?.rangeCount ?? 0) > 0;
  const caret = isInText ? selection?.getRangeAt(0).getBoundingClientRect() : null;
  return caret && caret.height > 0 ? caret : focused.getBoundingClientRect();
}

function useIsOutOfSight(element: RefObject<HTMLElement | null>): boolean {
  const [isOut, setOut] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => {
      setOut(entry?.isIntersecting === false);
    });
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isOut;
}
