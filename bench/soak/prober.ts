/**
 * The probe of the soak, in a process of its own beside the server: the people's process, with hundreds of documents
 * in it, would keep it waiting and that would count as the server's.
 */
import { asChild } from "../as-child.ts";
import { Probe } from "./probe.ts";
import { probePlanSchema } from "./soak-plan.ts";

asChild(probePlanSchema, ({ ticket, stretchMs, forMs }) =>
  new Probe(ticket).run(stretchMs, performance.now() + forMs),
);
