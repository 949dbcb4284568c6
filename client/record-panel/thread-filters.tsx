/**
 * Which conversations to show: open ones, one's own, objections, or those that are settled, with how
 * many there are; and a search in what was said and who said it.
 */
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useMe } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { allThreadFilters, type ThreadFilter } from "./threads-shown.ts";

interface ThreadFiltersProps {
  readonly filter: ThreadFilter;
  readonly counts: Readonly<Record<ThreadFilter, number>>;
  readonly onChange: (filter: ThreadFilter) => void;
  /** What is looked for, or "". */
  readonly looked: string;
  readonly onLook: (looked: string) => void;
}

const labels: Readonly<Record<ThreadFilter, string>> = {
  open: "Open",
  mine: "Mine",
  objections: "Objections",
  closed: "Closed",
};

export function ThreadFilters(props: ThreadFiltersProps): ReactNode {
  const { filter, counts, onChange, looked, onLook } = props;
  const [isLooking, setLooking] = useState(looked !== "");
  const find = useRef<HTMLButtonElement>(null);
  const explained = useExplained(filter);
  const id = useId();
  const stop = (): void => {
    setLooking(false);
    onLook("");
    find.current?.focus();
  };
  return (
    <div className="thread-filters">
      <div className="thread-filters-head">
        <h2>Conversations</h2>
        <Button
          ref={find}
          look="plain"
          aria-expanded={isLooking}
          onClick={() => (isLooking ? stop() : setLooking(true))}
        >
          {isLooking ? "Stop searching" : "Search"}
        </Button>
      </div>
      {isLooking && <Search looked={looked} found={counts[filter]} onLook={onLook} onStop={stop} />}
      <div className="thread-filter-buttons">
        {allThreadFilters.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === filter}
            aria-describedby={value === filter && explained !== null ? id : undefined}
            onClick={() => onChange(value)}
          >
            {labels[value]} <span className="how-many">{counts[value]}</span>
          </button>
        ))}
      </div>
      {explained !== null && (
        <p id={id} className="quiet">
          {explained}
        </p>
      )}
    </div>
  );
}

interface SearchProps {
  readonly looked: string;
  readonly found: number;
  readonly onLook: (looked: string) => void;
  readonly onStop: () => void;
}

function Search({ looked, found, onLook, onStop }: SearchProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const isIdle = looked.trim() === "";
  useEffect(() => {
    if (!isIdle) announce(found === 1 ? "1 conversation" : `${found} conversations`);
  }, [isIdle, found]);
  return (
    <label className="thread-search">
      <span className="only-read-out">Search what was said, and who said it</span>
      <input
        ref={input}
        type="search"
        className="field-input"
        placeholder="Words, a name, R-12"
        value={looked}
        onChange={(event) => onLook(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          onStop();
        }}
      />
    </label>
  );
}

/** What a filter shows, where its name alone does not say. */
function useExplained(filter: ThreadFilter): string | null {
  const { boroughName } = useMe();
  switch (filter) {
    case "mine":
      return `You take part, they are yours to see to, or they mention you or ${boroughName}.`;
    case "objections":
      return "Each stays open until its borough closes it.";
    case "open":
    case "closed":
      return null;
  }
}
