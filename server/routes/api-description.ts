/** The API's description (OpenAPI 3.1), made of the routes' own schemas: JSON at `/api/json`, to read at `/api`. */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

/** Registered before the routes, so that it sees them all. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Needline",
        description:
          "Several boroughs write one requirements statement together. Sign in with a link: the answer sets the session cookie that the other requests need.",
        version: "1",
      },
      tags: [
        { name: "People", description: "Signing in, invitations, roles." },
        { name: "Statements", description: "Reading and starting statements." },
        { name: "Commands", description: "What people say and decide about the text." },
        { name: "Server" },
      ],
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: "needline-session" },
        },
      },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: "/api",
    theme: { title: "Needline API" },
    uiConfig: { docExpansion: "list", layout: "BaseLayout" },
  });
}
