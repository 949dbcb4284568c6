/** Tells when somebody presses, or moves the focus, outside an element while it is open. */
import { useEffect, useRef, type RefObject } from "react";

export function useOutsidePress(
  inside: RefObject<Element | null>,
  isOpen: boolean,
  onPress: () => void,
): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const onEvent = (event: Event): void => {
      const { target } = event;
      if (target instanceof Node && !inside.current?.contains(target)) latest.current();
    };
    document.addEventListener("pointerdown", onEvent);
    document.addEventListener("focusin", onEvent);
    return () => {
      document.removeEventListener("pointerdown", onEvent);
      document.removeEventListener("focusin", onEvent);
    };
  }, [inside, isOpen]);
}
