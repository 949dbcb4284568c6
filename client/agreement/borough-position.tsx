/** What one borough says about an item: how, in which words, who for it and when, and what changed since. */
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import type { Borough } from "../../shared/boroughs.ts";
import type { Deed } from "../../shared/deed.ts";
import { defaultPriorityWords } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { boroughsIn, membersIn } from "../../shared/members.ts";
import { stanceWords, type Position, type Stance } from "../../shared/position.ts";
import { changedSincePosition } from "../../shared/position-state.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { openThread } from "../connection/active-thread.ts";
import { useRecord, useSession } from "../connection/hooks.ts";
import { itemAddress } from "../connection/item-address.ts";
import { showPositions } from "../connection/positions-shown.ts";
import { Tag } from "../controls/tag.tsx";
import { ChangedWords } from "../words/changed-words.tsx";
import { Moment } from "../words/deed-line.tsx";

const looks = {
  agree: "good",
  "agree-with-change": "part",
  "does-not-apply": "quiet",
  object: "bad",
} as const satisfies Record<Stance, string>;

interface BoroughPositionProps {
  readonly item: Item;
  /** "R-9". */
  readonly name: string;
  readonly borough: Borough;
  readonly position: Position | undefined;
  readonly proposal?: Position | undefined;
}

export function BoroughPosition(props: BoroughPositionProps): ReactNode {
  const { item, name, borough, position, proposal } = props;
  const why = useRecord((record) => whyNotCounted(record, borough));
  return (
    <div className="borough-position">
      {position ? (
        <Said item={item} name={name} borough={borough} position={position} />
      ) : (
        <p>
          <b>{borough.name}</b> has not said yet
        </p>
      )}
      {why !== null && <p className="quiet">{why}</p>}
      {proposal && <Proposed item={item} name={name} borough={borough} proposal={proposal} />}
    </div>
  );
}

/** Said of a borough that nobody waits for. */
function whyNotCounted(record: RecordState, { id, name }: Borough): string | null {
  if (boroughsIn(record).some((borough) => borough.id === id)) return null;
  return membersIn(record).some(({ boroughId }) => boroughId === id)
    ? `${name} reads along, and is not counted.`
    : `${name} no longer takes part, and is not counted.`;
}

interface SaidProps {
  readonly item: Item;
  readonly name: string;
  readonly borough: Borough;
  readonly position: Position;
}

function Said({ item, name, borough, position }: SaidProps): ReactNode {
  const { stance, words, priority, confirmed, threadId } = position;
  const changes = changedSincePosition(item, borough.id, position);
  const { me } = useSession();
  const who = borough.id === me.boroughId ? "you" : "they";
  return (
    <>
      <p>
        <b>{borough.name}</b>{" "}
        {changes.length > 0 ? (
          // It counts for nothing until they say so again: it must not look as if it stood.
          <Tag look="warn">{`changed since ${who} ${stanceWords[stance].did}`}</Tag>
        ) : (
          <Tag look={looks[stance]}>{stanceWords[stance].says}</Tag>
        )}
      </p>
      {changes.length > 0 && <ChangedWords items={[{ name, changes }]} />}
      {words !== "" && <p className="position-words">{words}</p>}
      {priority !== null && (
        <p>
          For {borough.name} it is: {defaultPriorityWords[priority]}
        </p>
      )}
      <p className="quiet">
        <Who deed={position} />
        {confirmed.number !== position.number && (
          <>
            {", confirmed by "}
            <Who deed={confirmed} />
          </>
        )}
      </p>
      {threadId !== null && <ToConversation itemId={item.id} threadId={threadId} />}
    </>
  );
}

interface ToConversationProps {
  readonly itemId: string;
  readonly threadId: string;
}

function ToConversation({ itemId, threadId }: ToConversationProps): ReactNode {
  const { statementId } = useSession();
  const { pathname } = useLocation();
  const to = itemAddress(statementId, itemId);
  return (
    <Link
      to={to}
      onClick={(event) => {
        // Where the conversation is on the page already, the way to the item would take the focus from it.
        if (to.startsWith(`${pathname}#`)) event.preventDefault();
        showPositions(null);
        openThread(threadId);
      }}
    >
      Read and answer
    </Link>
  );
}

interface ProposedProps {
  readonly item: Item;
  readonly name: string;
  readonly borough: Borough;
  readonly proposal: Position;
}

/** What somebody proposes that their borough says; it counts for nothing until the borough says so. */
export function Proposed({ item, name, borough, proposal }: ProposedProps): ReactNode {
  const { stance, words, priority } = proposal;
  const changes = changedSincePosition(item, borough.id, proposal);
  return (
    <div className="proposed">
      <p>
        <Tag>Proposed</Tag> {`${borough.name} ${stanceWords[stance].says}`}
      </p>
      {words !== "" && <p className="position-words">{words}</p>}
      {priority !== null && (
        <p>
          For {borough.name} it is: {defaultPriorityWords[priority]}
        </p>
      )}
      <p className="quiet">
        <Who deed={proposal} />
      </p>
      {changes.length > 0 && (
        <>
          <p>Changed since it was proposed:</p>
          <ChangedWords items={[{ name, changes }]} />
        </>
      )}
    </div>
  );
}

function Who({ deed }: { readonly deed: Deed }): ReactNode {
  const name = useRecord((record) => record.people.get(deed.personId)?.name ?? "Someone");
  return (
    <>
      {name}, <Moment at={deed.at} />
    </>
  );
}
