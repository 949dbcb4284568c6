/** What was wanted and what was written for it: a review to read, print and share. */
import { useMemo, useRef, type ReactNode } from "react";
import { priorityWordsOf } from "../../shared/items.ts";
import { countAll, lookBack } from "../../shared/looking-back.ts";
import { lookingBackSentences } from "../../shared/looking-back-words.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { boroughName } from "../connection/borough-names.ts";
import { useCoverage } from "../connection/coverage-store.ts";
import { useRecord, useSession, useTitle } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { dayWords } from "../words/day-words.ts";
import { useNow } from "../words/use-now.ts";
import { Alone } from "./alone.tsx";
import { HowTo } from "./how-to.tsx";
import { MetGroup } from "./met-group.tsx";
import { NotMet } from "./not-met.tsx";
import { savePage } from "./save-page.ts";
import { TallyTable } from "./tally-table.tsx";
import "./looking-back.css";

interface LookingBackProps {
  /** Offers a link with which others may read this. */
  readonly onShare: () => void;
}

const others = ["partly", "changed", "leftOut", "fully"] as const;

export function LookingBackReport({ onShare }: LookingBackProps): ReactNode {
  const { doc } = useSession();
  const title = useTitle() || "Untitled statement";
  const coverage = useCoverage();
  const record = useRecord(wholeRecord);
  const back = useMemo(() => lookBack(coverage), [coverage]);
  const today = dayWords(useNow().toISOString());
  const article = useRef<HTMLElement>(null);
  const priorityWords = priorityWordsOf(doc);
  const sentences = lookingBackSentences(back, priorityWords);
  const [first, ...rest] = sentences;
  const { needs, outcomes } = back;
  if (countAll(needs) + countAll(outcomes) === 0) return <NothingWanted />;
  return (
    <>
      <article ref={article} className="back">
        <header className="back-head">
          <PageHeading title="Looking back" of={title} />
          <p className="back-of">
            {title}, as it is on {today}
          </p>
          <p className="back-first">{first}</p>
          {rest.length === 0 ? null : <p className="back-rest">{rest.join(" ")}</p>}
          <div className="back-buttons" data-leave-out>
            <Button look="main" onClick={() => window.print()}>
              Print
            </Button>
            <Button
              onClick={() => {
                if (article.current) savePage(article.current, `Looking back – ${title}`);
              }}
            >
              Save as a page
            </Button>
            <Button onClick={onShare}>Share with a reader</Button>
          </div>
        </header>
        {countAll(needs) === 0 ? null : (
          <section className="back-part" aria-label="Needs in numbers">
            <h2>Needs in numbers</h2>
            <div className="back-tables">
              <TallyTable
                caption="By priority"
                head="Priority"
                rows={back.byPriority}
                nameOf={(key) => (key === null ? "No priority" : priorityWords[key])}
              />
              {back.byBorough.length === 0 ? null : (
                <TallyTable
                  caption="By the borough that raised them"
                  head="Borough"
                  rows={back.byBorough}
                  nameOf={(key) => boroughName(record, key)}
                />
              )}
            </div>
          </section>
        )}
        {countAll(needs) === 0 ? null : (
          <div className="back-part">
            <h2>Needs</h2>
            <NotMet
              needs={needs.notMet}
              priorityWords={priorityWords}
              hasRequirements={back.requirements > 0}
            />
            {others.map((met) => (
              <MetGroup key={met} met={met} needs={needs[met]} priorityWords={priorityWords} />
            ))}
          </div>
        )}
        {countAll(outcomes) === 0 ? null : (
          <div className="back-part">
            <h2>Outcomes</h2>
            {(["notMet", ...others] as const).map((met) => (
              <MetGroup key={met} met={met} needs={outcomes[met]} priorityWords={priorityWords} />
            ))}
          </div>
        )}
        {back.noNeed.length + back.needsNone.length === 0 ? null : (
          <div className="back-part">
            <h2>Requirements</h2>
            <Alone
              heading="Meet no need"
              about="Written, and nobody has said who wanted it."
              requirements={back.noNeed}
              priorityWords={priorityWords}
            />
            <Alone
              heading="Need none"
              about="Somebody decided it and said why."
              requirements={back.needsNone}
              priorityWords={priorityWords}
            />
          </div>
        )}
      </article>
      <details className="back-how">
        <summary>How to look back on a past statement</summary>
        <HowTo />
      </details>
    </>
  );
}

function NothingWanted(): ReactNode {
  const title = useTitle();
  return (
    <article className="back">
      <PageHeading title="Looking back" of={title} />
      <p className="back-rest">
        After a procurement this page shows what people wanted, what was written for it, and what
        was not: to print, to share, and to do better next time. It needs the needs first.
      </p>
      <h2>How to look back on a past statement</h2>
      <HowTo />
    </article>
  );
}

function wholeRecord(record: RecordState): RecordState {
  return record;
}
