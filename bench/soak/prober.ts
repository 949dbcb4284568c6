/**
 * The probe of the soak, in a process of its own beside the server: the people's process, with hundreds of documents
 * in it, would keep it waiting and that would count as the server's.
 */
import { Probe } from "./probe.ts";
import { probePlanSchema } from "./soak-plan.ts";

process.once("disconnect", () => process.exit(1));
process.once("message", (sent) => {
  const { ticket, stretchMs, forMs } = probePlanSchema.parse(sent);
  new Probe(ticket).run(stretchMs, performance.now() + forMs).then(
    (probed) => process.send?.(probed, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
