import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { RawReply } from './http-request';

interface Reference {
  readonly $ref?: string;
}
interface HeaderObject extends Reference {
  readonly required?: boolean;
  readonly schema: Reference;
}
interface ResponseObject extends Reference {
  readonly headers?: Readonly<Record<string, HeaderObject>>;
  readonly content?: Readonly<Record<string, { readonly schema: Reference }>>;
}
interface OperationObject {
  readonly responses: Readonly<Record<string, ResponseObject>>;
}
type PathItem = Readonly<Record<string, unknown>>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

const document = parse(
  readFileSync(new URL('../../../src-main/practice-service/openapi.yaml', import.meta.url), 'utf8'),
) as { readonly paths: Readonly<Record<string, PathItem>> };

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(document, 'openapi');

/** One documented operation. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

/** Every operation that openapi.yaml documents. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => method in item).map((method) => ({
    method: method.toUpperCase(),
    path,
    responses: (item[method] as OperationObject).responses,
  })),
);

/** How a documented reply is named: `POST /user/otp/sms/receive 204`. */
export function replyName(operation: Pick<Operation, 'method' | 'path'>, status: number | string): string {
  return `${operation.method} ${operation.path} ${status}`;
}

/**
 * Holds a reply against openapi.yaml and gives the name of the documented reply, or null for one that the document
 * leaves to its general rule (unknown path, wrong method). Throws when the reply is not as documented.
 */
export function checkReply(method: string, path: string, reply: RawReply): string | null {
  const onPath = operations.filter((operation) => matches(operation.path, path));
  const operation = onPath.find((candidate) => candidate.method === method);
  if (operation === undefined) {
    const allow = onPath.map((candidate) => candidate.method).sort();
    checkUndocumented(allow, reply);
    return null;
  }
  const name = replyName(operation, reply.status);
  const documented = operation.responses[String(reply.status)];
  if (documented === undefined) throw new Error(`${name} is not documented: ${reply.text}`);
  const response = resolve(documented);
  checkBody(name, response, reply);
  for (const [header, described] of Object.entries(response.headers ?? {})) {
    checkHeader(`${name} ${header}`, resolve(described), reply.headers[header.toLowerCase()]);
  }
  return name;
}

/** Throws when a body is not valid by a schema of the document. */
export function checkSchema(name: string, schema: Reference, value: unknown): void {
  const validate = ajv.compile(schema.$ref === undefined ? schema : { $ref: `openapi${schema.$ref}` });
  if (!validate(value))
    throw new Error(`${name}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`);
}

/** The Error schema. */
export const errorSchema: Reference = { $ref: '#/components/schemas/Error' };

function checkUndocumented(allow: readonly string[], reply: RawReply): void {
  const expected = allow.length === 0 || reply.status === 404 ? 404 : 405;
  if (reply.status !== expected) throw new Error(`${reply.status} instead of ${expected}`);
  if (expected === 405) {
    const given = reply.headers.allow?.split(', ').sort().join();
    if (given !== allow.join()) throw new Error(`Allow: ${given} instead of ${allow.join()}`);
  }
  checkBody(`undocumented ${expected}`, { content: { 'application/json': { schema: errorSchema } } }, reply);
}

function checkBody(name: string, response: ResponseObject, reply: RawReply): void {
  const type = reply.headers['content-type'];
  if (response.content === undefined) {
    if (reply.text !== '' || type !== undefined) throw new Error(`${name} has a body: ${reply.text}`);
    return;
  }
  const media = response.content[type?.replace(/; charset=utf-8$/, '') ?? ''];
  if (media === undefined) throw new Error(`${name} has the content type ${type}`);
  checkSchema(name, media.schema, JSON.parse(reply.text));
}

function checkHeader(name: string, header: HeaderObject, value: string | string[] | undefined): void {
  if (value === undefined) {
    if (header.required === true) throw new Error(`${name} is missing`);
    return;
  }
  checkSchema(name, header.schema, Number(value));
}

function resolve<T extends Reference>(value: T): T {
  if (value.$ref === undefined) return value;
  const keys = value.$ref.replace('#/', '').split('/');
  return keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document) as T;
}

function matches(template: string, path: string): boolean {
  const [templateParts, pathParts] = [template.split('/'), path.split('/')];
  return (
    templateParts.length === pathParts.length &&
    templateParts.every((part, index) =>
      part === '{otp}' ? pathParts[index] !== '' : part === pathParts[index],
    )
  );
}
