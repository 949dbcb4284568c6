/**
 * Keeps the focus, the caret and the place on the screen of what somebody works in while the rows
 * around it are put in another order: a browser takes the focus from an element that is moved.
 */
import { Component, createRef, type ReactNode } from "react";
import type { DocumentController } from "./controller/document-controller.ts";

interface KeepFocusProps {
  readonly controller: DocumentController;
  readonly order: readonly string[];
  readonly children: ReactNode;
}

interface Before {
  readonly element: HTMLElement;
  readonly top: number;
}

export class KeepFocus extends Component<KeepFocusProps> {
  readonly #rows = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate({ order }: KeepFocusProps): Before | null {
    const element = document.activeElement;
    if (order === this.props.order || !(element instanceof HTMLElement)) return null;
    if (this.#rows.current?.contains(element) !== true) return null;
    return { element, top: element.getBoundingClientRect().top };
  }

  override componentDidUpdate(
    _props: KeepFocusProps,
    _state: unknown,
    before: Before | null,
  ): void {
    if (!before?.element.isConnected) return;
    const { element, top } = before;
    if (document.activeElement !== element) {
      const { live } = this.props.controller;
      if (live.isIn(element)) live.view?.focus();
      else element.focus({ preventScroll: true });
    }
    const moved = element.getBoundingClientRect().top - top;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: "instant" });
  }

  override render(): ReactNode {
    return (
      <div ref={this.#rows} className="document-rows">
        {this.props.children}
      </div>
    );
  }
}
