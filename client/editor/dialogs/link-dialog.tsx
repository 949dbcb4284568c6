/** Makes words a link to a page or a mailbox, changes where it leads, or takes it off. */
import { useState, type ReactNode } from "react";
import { Button } from "../../controls/button.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { TextField } from "../../controls/text-field.tsx";
import { useEditor } from "../rows/editor-context.tsx";
import { linkAddressFrom } from "../../../shared/link-address.ts";

export function LinkDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { controller } = useEditor();
  const editor = controller.live.open?.editor;
  const [before] = useState(() => {
    const href: unknown = editor?.getAttributes("link")["href"];
    return typeof href === "string" ? href : "";
  });
  const [typed, setTyped] = useState(before);
  const [error, setError] = useState<string | null>(null);

  const save = (): void => {
    const href = linkAddressFrom(typed);
    if (href === null) {
      setError("Give the address of a web page, like https://www.gov.uk, or an email address.");
      return;
    }
    onClose();
    if (!editor || editor.isDestroyed) return;
    const { empty } = editor.state.selection;
    editor.view.focus();
    const chain = editor.chain();
    if (empty && before === "") {
      chain
        .insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] })
        .run();
    } else chain.extendMarkRange("link").setLink({ href }).run();
  };
  const takeOff = (): void => {
    onClose();
    editor?.view.focus();
    editor?.chain().extendMarkRange("link").unsetLink().run();
  };
  return (
    <Dialog title={before === "" ? "Link to a page" : "Change the link"} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          id="link-address"
          label="Address"
          hint="A web page or an email address."
          error={error}
          value={typed}
          onChange={setTyped}
        />
        <div className="dialog-buttons">
          <Button type="submit" look="main">
            Save link
          </Button>
          {before !== "" && <Button onClick={takeOff}>Take off the link</Button>}
        </div>
      </form>
    </Dialog>
  );
}
