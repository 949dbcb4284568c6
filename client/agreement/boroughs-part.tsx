/** What each borough says of itself, and when the contracts of those that would buy together could meet. */
import { useState, type ReactNode } from "react";
import type { AboutBorough } from "../../shared/about-borough.ts";
import { wordsOfDay } from "../../shared/day.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { boroughsIn, type BoroughHere } from "../connection/borough-names.ts";
import { useMay, useMe, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { dayWords } from "../words/day-words.ts";
import { AboutBoroughDialog } from "./about-borough-dialog.tsx";
import { ContractsMeet } from "./contracts-meet.tsx";
import { takingPartWords } from "./taking-part-words.ts";
import "./boroughs-part.css";

export function BoroughsPart(): ReactNode {
  const record = useRecord(wholeRecord);
  const [isDescribing, setDescribing] = useState(false);
  return (
    <section className="board-part" aria-labelledby="boroughs-part">
      <h2 id="boroughs-part">Boroughs and their contracts</h2>
      <ContractsMeet record={record} />
      <ul className="about-boroughs">
        {boroughsIn(record).map((borough) => (
          <li key={borough.id}>
            <Borough
              borough={borough}
              about={record.boroughs.get(borough.id)}
              onDescribe={() => setDescribing(true)}
            />
          </li>
        ))}
      </ul>
      {isDescribing && <AboutBoroughDialog onClose={() => setDescribing(false)} />}
    </section>
  );
}

interface BoroughProps {
  readonly borough: BoroughHere;
  readonly about: AboutBorough | undefined;
  readonly onDescribe: () => void;
}

function Borough({ borough, about, onDescribe }: BoroughProps): ReactNode {
  const me = useMe();
  const mayDescribe = useMay("describe-borough") && me.boroughId === borough.id;
  return (
    <>
      <h3>{borough.name}</h3>
      {about ? (
        <About about={about} />
      ) : (
        <p className="quiet">
          {mayDescribe
            ? `When does ${borough.name}’s contract end, and how would it take part?`
            : "Has not said anything about itself yet."}
        </p>
      )}
      {mayDescribe && (
        <Button look={about ? "plain" : "second"} onClick={onDescribe}>
          {about ? "Change" : "Say so"}
          <span className="only-read-out">{` what ${borough.name} says of itself`}</span>
        </Button>
      )}
    </>
  );
}

function About({ about }: { readonly about: AboutBorough }): ReactNode {
  const { contractEnds, extendableUntil, takingPart, team } = about;
  const who = useRecord((record) => record.people.get(about.personId)?.name ?? "Someone");
  return (
    <>
      <dl className="about-borough">
        <Fact name="Taking part">
          {takingPart === null ? "Not decided yet" : takingPartWords[takingPart].says}
        </Fact>
        <Fact name="Present contract ends">
          {contractEnds === null ? "Not known" : wordsOfDay(contractEnds)}
        </Fact>
        {contractEnds !== null && (
          <Fact name="Could be extended">
            {extendableUntil === null ? "No" : `Until ${wordsOfDay(extendableUntil)}`}
          </Fact>
        )}
        {team !== "" && <Fact name="Team">{team}</Fact>}
      </dl>
      <p className="quiet">{`Said by ${who}, ${dayWords(about.at)}`}</p>
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Fact({ name, children }: FactProps): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function wholeRecord(record: RecordState): RecordState {
  return record;
}
