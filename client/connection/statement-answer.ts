/** What the server says of one statement before it is opened. */
import { z } from "zod";
import { allRoles, type Member } from "../../shared/access.ts";

const memberShape: z.ZodType<Member> = z.object({
  personId: z.string(),
  name: z.string(),
  boroughId: z.string(),
  boroughName: z.string(),
  role: z.enum(allRoles),
  agrees: z.boolean(),
});

export interface StatementAnswer {
  readonly id: string;
  readonly title: string;
  readonly me: Member;
  readonly people: readonly Member[];
  /** Another one after the server's data was restored from a backup. */
  readonly epoch: string;
}

export const statementAnswer: z.ZodType<StatementAnswer> = z.object({
  id: z.string(),
  title: z.string(),
  me: memberShape,
  people: z.array(memberShape),
  epoch: z.string(),
});
