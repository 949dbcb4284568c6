/** What differs between two versions of the statement: a summary, filters, and every item that differs. */
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import type { Comparison, ItemComparison } from "../../shared/comparison.ts";
import type { Priority } from "../../shared/item-kinds.ts";
import { defaultPriorityWords } from "../../shared/item-kinds.ts";
import type { Sides } from "../connection/compare-api.ts";
import { Button } from "../controls/button.tsx";
import { useGrown } from "../controls/use-grown.ts";
import {
  boroughsWithVariations,
  fitsFilter,
  noCompareFilter,
  type CompareFilter,
} from "./compare-filter.ts";
import { CompareFilters } from "./compare-filters.tsx";
import { sideWords, summaryWords } from "./compare-words.ts";
import { ComparedItem, comparedElementId } from "./compared-item.tsx";
import { Runs } from "./difference-text.tsx";
import { WordComparison } from "./word-comparison.tsx";
import "./comparison.css";

interface ComparisonViewProps {
  readonly statementId: string;
  readonly sides: Sides;
  readonly comparison: Comparison;
}

/** Drawn at once; more are asked for, and come bit by bit. A page of thousands of texts takes seconds to draw. */
const firstShown = 300;

export function ComparisonView({ statementId, sides, comparison }: ComparisonViewProps): ReactNode {
  const { counts, items, boroughs, title, from, to } = comparison;
  const [filter, setFilter] = useState<CompareFilter>(noCompareFilter);
  const [areAllWanted, setAreAllWanted] = useState(false);
  const wanted = useDeferredValue(filter);
  const fitting = useMemo(() => items.filter((item) => fitsFilter(item, wanted)), [items, wanted]);
  const wantedCount = areAllWanted ? fitting.length : Math.min(fitting.length, firstShown);
  const { count: most } = useGrown(wantedCount, firstShown);
  const focusSoon = useFocusSoon();
  const differing = useMemo(
    () => boroughsWithVariations(items).map((id) => ({ id, name: boroughs[id] ?? id })),
    [items, boroughs],
  );
  const priorityWords = useMemo(() => priorityWordsNow(comparison), [comparison]);
  return (
    <>
      <div className="compare-summary">
        <h2>{summaryWords(counts)}</h2>
        <p>
          From {sideWords(from)} to {sideWords(to)}.
          {counts.same === 0 || items.length === 0
            ? ""
            : ` ${counts.same.toLocaleString("en-GB")} ${counts.same === 1 ? "item is" : "items are"} the same.`}
        </p>
        {title ? (
          <p className="difference">
            Title: <Runs runs={title} isWhole={false} />
          </p>
        ) : null}
        {comparison.priorityWords.map(({ priority, before, after }) => (
          <p key={priority}>
            “{before}” is called “{after}”.
          </p>
        ))}
        <WordComparison statementId={statementId} sides={sides} />
      </div>
      {items.length === 0 ? null : (
        <CompareFilters
          filter={filter}
          onChange={setFilter}
          boroughs={differing}
          shown={fitting.length}
          all={items.length}
        />
      )}
      {sectionsOf(fitting.slice(0, most)).map(({ key, section, items: here }) => (
        <section key={key} className="compare-section" aria-label={section || "At the beginning"}>
          {section === "" ? null : <h2>{section}</h2>}
          {here.map((item) => (
            <ComparedItem
              key={item.itemId}
              statementId={statementId}
              item={item}
              boroughs={boroughs}
              priorityWords={priorityWords}
            />
          ))}
        </section>
      ))}
      {fitting.length > wantedCount ? (
        <Button
          onClick={() => {
            setAreAllWanted(true);
            focusSoon(fitting[wantedCount]?.itemId ?? null);
          }}
        >
          Show the other {(fitting.length - wantedCount).toLocaleString("en-GB")}
        </Button>
      ) : null}
    </>
  );
}

/** @returns takes the focus to an item once it is drawn: whoever asks for more goes on where they were */
function useFocusSoon(): (itemId: string | null) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const element = document.getElementById(comparedElementId(wanted.current));
    if (!element) return;
    element.focus();
    wanted.current = null;
  });
  return useCallback((itemId) => {
    wanted.current = itemId;
  }, []);
}

function priorityWordsNow({ priorityWords }: Comparison): Readonly<Record<Priority, string>> {
  const chosen = priorityWords.map(({ priority, after }) => [priority, after] as const);
  return { ...defaultPriorityWords, ...Object.fromEntries(chosen) };
}

interface SectionOfItems {
  readonly key: string;
  readonly section: string;
  readonly items: ItemComparison[];
}

/** Items of one section that follow each other. */
function sectionsOf(items: readonly ItemComparison[]): SectionOfItems[] {
  const sections: SectionOfItems[] = [];
  for (const item of items) {
    const last = sections.at(-1);
    if (last?.section === item.section) last.items.push(item);
    else sections.push({ key: item.itemId, section: item.section, items: [item] });
  }
  return sections;
}
