/** Adding items: in the gap at the end of a section, and at the end of the statement. */
import type { ReactNode } from "react";
import type { ItemKind } from "../../shared/item-kinds.ts";
import { useSession } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { MenuButton } from "../controls/menu-button.tsx";
import { addWords, kindsToAdd } from "./kinds-to-add.ts";
import { useEditor } from "./rows/editor-context.tsx";

interface AddProps {
  /** The item above. */
  readonly after: string | null;
}

/** At the end of a section: one quiet button. */
export function AddHere({ after }: AddProps): ReactNode {
  const { controller } = useEditor();
  const { items } = useSession();
  const above = after === null ? undefined : items.item(after)?.kind;
  // What one adds is most often one more of the same.
  const first: ItemKind = above === undefined || above === "section" ? "requirement" : above;
  const kinds = [first, ...kindsToAdd.filter((kind) => kind !== first)];
  return (
    <div className="add-here">
      <MenuButton
        className="add-button"
        items={[
          ...kinds.map((kind) => ({
            id: kind,
            label: addWords(kind),
            onChoose: () => controller.add(kind, after),
          })),
          {
            id: "bring-in",
            label: "From another statement…",
            onChoose: () => controller.callbacks?.onBringIn(after),
          },
        ]}
      >
        <span aria-hidden="true">+</span> Add to this section
      </MenuButton>
    </div>
  );
}

interface AddMoreProps extends AddProps {
  /** What ends here. */
  readonly end: "statement" | "section";
}

/** At the end of what is shown: every kind, in sight. */
export function AddMore({ after, end }: AddMoreProps): ReactNode {
  const { controller } = useEditor();
  return (
    <fieldset
      className="add-more plain-group"
      aria-label={end === "section" ? "Add to this section" : "Add to the end"}
    >
      {kindsToAdd.map((kind) => (
        <Button key={kind} onClick={() => controller.add(kind, after)}>
          {addWords(kind)}
        </Button>
      ))}
      <Button onClick={() => controller.callbacks?.onBringIn(after)}>From another statement</Button>
    </fieldset>
  );
}
