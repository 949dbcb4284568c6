/** What a person has read of what they are told, and what they do not want to hear of: kept by the server. */
import { z } from "zod";
import { allNoticeKinds, type NoticeKind } from "../../shared/notices.ts";
import type { NoticeReading } from "../../shared/notice-reading.ts";
import { request } from "./request.ts";

const answer: z.ZodType<NoticeReading> = z.object({
  readTo: z.number(),
  readKeys: z.array(z.string()),
  off: z.array(z.enum(allNoticeKinds)),
});

export function askReading(statementId: string): Promise<NoticeReading> {
  return request(`/api/statements/${statementId}/notices/reading`, { answer });
}

export function sendRead(
  statementId: string,
  body: { readonly upTo: number; readonly keys: readonly string[] },
): Promise<NoticeReading> {
  return request(`/api/statements/${statementId}/notices/read`, { method: "POST", body, answer });
}

export function sendOff(statementId: string, off: readonly NoticeKind[]): Promise<NoticeReading> {
  const path = `/api/statements/${statementId}/notices/kinds`;
  return request(path, { method: "POST", body: { off }, answer });
}
