/** The ways to begin a statement: with what one has, with an outline, empty, or with the example to look around in. */
import { useState, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { outlineOffers } from "../../shared/outlines.ts";
import { openExample, type ListedStatement } from "../connection/statements-api.ts";
import { ErrorSummary } from "../controls/error-summary.tsx";
import { useSubmit } from "../people/use-submit.ts";
import { BeginDialog, type Beginning } from "./begin/begin-dialog.tsx";
import { Way } from "./begin/way.tsx";

interface BeginStatementProps {
  /** Those that one may read, the one that changed last first. */
  readonly statements: readonly ListedStatement[];
}

export function BeginStatement({ statements }: BeginStatementProps): ReactNode {
  const navigate = useNavigate();
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  const { errors, isBusy, submit } = useSubmit();
  const example = (
    <Way
      title="Open the example"
      words="Three boroughs’ housing repairs statement, to look around in and change as you like."
      onChoose={() => {
        if (isBusy) return;
        void submit([], async () => {
          await navigate(`/statements/${await openExample()}`);
        });
      }}
    />
  );
  return (
    <div className="begin">
      <ErrorSummary errors={errors} />
      <ul className="ways">
        {statements.length > 0 ? (
          <Way
            title="Begin with an earlier statement"
            words="Its needs, requirements and links come along, and each says where it is from."
            onChoose={() => setBeginning({ way: "statement", statements })}
          />
        ) : (
          example
        )}
        <Way
          title="Begin with a file"
          words="Last time’s Word, Excel, CSV or ReqIF. You see item by item what comes in."
          onChoose={() => setBeginning({ way: "file" })}
        />
        <Way
          title="Start an empty statement"
          words="Write outcomes, needs and requirements from the first line."
          onChoose={() => setBeginning({ way: "empty" })}
        />
      </ul>
      <section className="begin-part">
        <h3>Begin with a short outline</h3>
        <ul className="ways">
          {outlineOffers.map(({ id, title, words }) => (
            <Way
              key={id}
              title={title}
              words={words}
              onChoose={() => setBeginning({ way: "outline", outline: id })}
            />
          ))}
        </ul>
      </section>
      {statements.length > 0 ? (
        <section className="begin-part">
          <h3>Look around first</h3>
          <ul className="ways">{example}</ul>
        </section>
      ) : null}
      {beginning === null ? null : (
        <BeginDialog beginning={beginning} onClose={() => setBeginning(null)} />
      )}
    </div>
  );
}
