/** The sections of the statement, how much is in each, and which one is on the screen. */
import "./outline.css";
import type { ReactNode } from "react";
import { plainText } from "../../shared/plain-text.ts";
import { useItem } from "../connection/hooks.ts";
import { itemElementId } from "../connection/item-address.ts";
import { useStructure, type SectionPlace } from "../connection/structure.ts";
import { useCurrentSection } from "./use-current-section.ts";

interface OutlineProps {
  readonly onGo: (itemId: string) => void;
  /** The first item on the page, where only a section is shown. */
  readonly shownFrom: string | null;
}

export function Outline({ onGo, shownFrom }: OutlineProps): ReactNode {
  const { sections } = useStructure();
  const current = useCurrentSection(sections, shownFrom);
  return (
    <nav className="outline" aria-labelledby="outline-title">
      <h2 id="outline-title">In this statement</h2>
      {sections.length === 0 ? (
        <p className="outline-empty">Sections you add are listed here.</p>
      ) : (
        <ul>
          {sections.map((section) => (
            <OutlineEntry
              key={section.id}
              section={section}
              isCurrent={section.id === current}
              onGo={onGo}
            />
          ))}
        </ul>
      )}
    </nav>
  );
}

interface OutlineEntryProps extends Pick<OutlineProps, "onGo"> {
  readonly section: SectionPlace;
  readonly isCurrent: boolean;
}

function OutlineEntry({ section, isCurrent, onGo }: OutlineEntryProps): ReactNode {
  const title = useItem(section.id)?.fields["title"];
  const words = title ? plainText(title).trim() : "";
  return (
    <li className={`outline-level-${section.level}`}>
      <a
        href={`#${itemElementId(section.id)}`}
        aria-current={isCurrent ? "location" : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onGo(section.id);
        }}
      >
        <span>{words === "" ? "Untitled section" : words}</span>
        {section.count > 0 && (
          <span className="outline-count">
            {section.count}
            <span className="only-read-out"> items</span>
          </span>
        )}
      </a>
    </li>
  );
}
