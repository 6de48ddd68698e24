import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '../../shared/api/contract.ts';

/** Makes the OpenAPI document of the contract, for programs that call `POST /api/…`. */
export async function describeApi(version: string): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return await generator.generate(contract, {
    info: {
      title: 'Pushdesk',
      version,
      description:
        'Every procedure takes its input as JSON and answers with JSON; `log.tail` and ' +
        '`live.events` answer with server-sent events and are taken up again with Last-Event-ID.',
    },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  });
}
