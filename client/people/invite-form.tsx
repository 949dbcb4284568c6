/** Makes an invitation link: for which borough, with which role, for whom. The link is shown once. */
import { useState, type ReactNode } from "react";
import { allRoles, roleWords, type Role } from "../../shared/access.ts";
import { invite, type Invite } from "../connection/people-api.ts";
import { Button } from "../controls/button.tsx";
import { Checkbox } from "../controls/checkbox.tsx";
import { Choices } from "../controls/choices.tsx";
import { errorOf, ErrorSummary, type FormError } from "../controls/error-summary.tsx";
import { TextField } from "../controls/text-field.tsx";
import { useSubmit } from "./use-submit.ts";
import { BoroughField } from "./borough-field.tsx";
import { joinAddress, type PageToJoinAt } from "./join-address.ts";
import { LinkToCopy } from "./link-to-copy.tsx";

interface Made {
  readonly url: string;
  readonly invite: Invite;
}

interface InviteFormProps {
  readonly statementId: string;
  /** What the link lets people do, unless another role is chosen. */
  readonly firstRole?: Role | undefined;
  /** Where whoever joins comes first. */
  readonly page?: PageToJoinAt | undefined;
}

export function InviteForm({
  statementId,
  firstRole = "editor",
  page,
}: InviteFormProps): ReactNode {
  const [made, setMade] = useState<Made | null>(null);
  const [borough, setBorough] = useState("");
  const [role, setRole] = useState<Role>(firstRole);
  const [agrees, setAgrees] = useState(false);
  const [name, setName] = useState("");
  const { errors, isBusy, submit } = useSubmit();
  const isForOne = worksOnce(role, agrees);

  if (made) {
    return (
      <MadeInvitation
        made={made}
        onAnother={() => {
          setMade(null);
          setName("");
          setAgrees(false);
        }}
      />
    );
  }
  return (
    <form
      noValidate
      className="form invite-form"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = { borough: borough.trim(), role, agrees, name: name.trim() || null };
        void submit(problemsIn(wanted), async () => {
          const url = joinAddress(await invite(statementId, wanted), page);
          setMade({ url, invite: wanted });
        });
      }}
    >
      <ErrorSummary errors={errors} />
      <BoroughField
        id="invite-borough"
        error={errorOf(errors, "invite-borough")}
        value={borough}
        onChange={setBorough}
      />
      <Choices
        id="invite-role"
        legend="What they may do"
        value={role}
        onChange={setRole}
        choices={allRoles.map((value) => ({
          value,
          label: roleWords[value].label,
          hint: roleWords[value].may,
        }))}
      />
      <Checkbox
        id="invite-agrees"
        label="Agrees for the borough"
        hint="May say what the borough thinks of each need and requirement."
        checked={agrees}
        onChange={setAgrees}
      />
      <TextField
        id="invite-name"
        label={isForOne ? "Name" : "Name (optional)"}
        hint={
          isForOne
            ? "The link is for this person only and works once."
            : "Without a name the link may be used by several people of the borough."
        }
        autoComplete="off"
        error={errorOf(errors, "invite-name")}
        value={name}
        onChange={setName}
      />
      <div>
        <Button type="submit" look="main" busy={isBusy}>
          Make a link
        </Button>
      </div>
    </form>
  );
}

interface MadeInvitationProps {
  readonly made: Made;
  readonly onAnother: () => void;
}

function MadeInvitation({ made, onAnother }: MadeInvitationProps): ReactNode {
  const { borough, name, role, agrees } = made.invite;
  const whom = name === null ? borough : `${name}, ${borough}`;
  return (
    <div className="form">
      <LinkToCopy label={`Link for ${whom}`} url={made.url}>
        Send it yourself, by email or chat. It is shown only now.
        {worksOnce(role, agrees) ? " It works once." : ""}
      </LinkToCopy>
      <div>
        <Button onClick={onAnother}>Make another</Button>
      </div>
    </div>
  );
}

function worksOnce(role: Role, agrees: boolean): boolean {
  return role === "lead" || role === "editor" || agrees;
}

function problemsIn({ borough, role, agrees, name }: Invite): FormError[] {
  const problems: FormError[] = [];
  if (borough === "") {
    problems.push({
      fieldId: "invite-borough",
      message: "Choose the borough or enter the organisation",
    });
  }
  if (name === null && worksOnce(role, agrees)) {
    problems.push({ fieldId: "invite-name", message: "Enter the name of the person it is for" });
  }
  return problems;
}
