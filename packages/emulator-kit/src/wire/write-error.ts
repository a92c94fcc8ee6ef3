import type { StructureShape } from '../schema/shape.ts';
import type { ServiceError } from '../service-error.ts';
import { toCbor } from './cbor-write.ts';
import { toJson } from './json-write.ts';
import type { WireRequest, WireResponse } from './messages.ts';
import type { Fields } from './records.ts';
import type { Family } from './route.ts';
import { hostIdOf, jsonType, queryNamespace, requestIdHeaders, withoutForbiddenBody } from './write-output.ts';
import { XML_DECLARATION, xmlElement, xmlText } from './xml-write.ts';

/** The response for a failure, in the shape that the caller's protocol gives it. */
export function writeError(
  family: Family,
  { method }: Pick<WireRequest, 'method'>,
  error: ServiceError,
  requestId: string,
): WireResponse {
  const report = reportOf(error, family);
  const headers = { ...requestIdHeaders(family.service, requestId), ...compatibleHeader(report, family) };
  const { type, body, extra } = render(report, family, requestId);
  const response = { status: report.status, headers: { ...headers, 'content-type': type, ...extra }, body };
  return withoutForbiddenBody(method, response);
}

interface Report {
  /** Name of the modeled shape, or the code that the handler gave. */
  readonly code: string;
  /** Code that awsQuery uses for it. */
  readonly queryCode: string;
  readonly status: number;
  readonly fault: 'Sender' | 'Receiver';
  readonly message: string;
  readonly shape: StructureShape | undefined;
  readonly members: Fields;
}

function reportOf(error: ServiceError, { service, protocol }: Family): Report {
  const shape = service?.errors.get(error.code) ?? byQueryCode(service, error.code);
  const traits = shape?.error;
  const isQuery = protocol === 'awsQuery';
  const modeled = (isQuery ? traits?.queryStatus : undefined) ?? traits?.httpStatus ?? traits?.queryStatus;
  const status = error.status ?? modeled ?? (traits?.fault === 'server' ? 500 : 400);
  return {
    code: shape?.name ?? error.code,
    queryCode: traits?.queryCode ?? error.code,
    status,
    fault: status >= 500 ? 'Receiver' : 'Sender',
    message: error.message,
    shape,
    members: { ...error.members },
  };
}

/** A handler may throw the query protocol's code (`AWS.SimpleQueueService.NonExistentQueue`) too. */
function byQueryCode(service: Family['service'], code: string): StructureShape | undefined {
  if (!service || !code.includes('.')) return undefined;
  return [...service.errors.values()].find(({ error }) => error?.queryCode === code);
}

function compatibleHeader(report: Report, { service, protocol }: Family): Record<string, string> {
  if (!service?.isQueryCompatible || protocol === 'awsQuery') return {};
  return { 'x-amzn-query-error': `${report.queryCode};${report.fault}` };
}

interface Rendered {
  readonly type: string;
  readonly body: Uint8Array;
  readonly extra: Record<string, string>;
}

function render(report: Report, family: Family, requestId: string): Rendered {
  switch (family.protocol) {
    case 'awsJson1_0':
    case 'awsJson1_1':
      return {
        type: jsonType(family.protocol),
        body: jsonBytes({ __type: typeName(report, family), ...jsonMembers(report, false) }),
        extra: {},
      };
    case 'restJson1':
      return {
        type: 'application/json',
        body: jsonBytes(jsonMembers(report, true)),
        extra: { 'x-amzn-errortype': report.code },
      };
    case 'rpcv2Cbor':
      return { type: 'application/cbor', body: cborBytes(report, family), extra: { 'smithy-protocol': 'rpc-v2-cbor' } };
    case 'awsQuery':
      return { type: 'text/xml', body: queryError(report, family, requestId), extra: {} };
    case 'restXml':
      return { type: 'application/xml', body: restXmlError(report, family, requestId), extra: {} };
  }
}

function typeName({ code, shape }: Report, { service }: Family): string {
  return service && shape ? `${service.namespace}#${code}` : code;
}

/** The message under the name that the model gives it, and the other members as modeled. */
function messageFields({ shape, message, members }: Report): Fields {
  const name = shape?.members.find((member) => member.name.toLowerCase() === 'message')?.name ?? 'message';
  return { [name]: message, ...members };
}

function jsonMembers(report: Report, usesJsonName: boolean): Fields {
  const fields = messageFields(report);
  const { shape } = report;
  if (!shape) return fields;
  const modeled = toJson(shape, fields, usesJsonName) as Fields; // a structure gives an object
  return { message: report.message, ...modeled };
}

function jsonBytes(fields: Fields): Uint8Array {
  return Buffer.from(JSON.stringify(fields));
}

const DOCUMENT = { kind: 'document' } as const;

function cborBytes(report: Report, family: Family): Uint8Array {
  const fields = messageFields(report);
  return toCbor(DOCUMENT, { __type: typeName(report, family), message: report.message, ...fields });
}

function queryError(report: Report, { service }: Family, requestId: string): Uint8Array {
  const error = xmlText('Type', report.fault) + xmlText('Code', report.queryCode) + errorMembers(report);
  const opening = `<ErrorResponse xmlns="${queryNamespace(service)}">`;
  const id = xmlText('RequestId', requestId);
  return Buffer.from(`${XML_DECLARATION}${opening}<Error>${error}</Error>${id}</ErrorResponse>`);
}

/** S3 answers a bare Error, other services wrap it. */
function restXmlError(report: Report, family: Family, requestId: string): Uint8Array {
  const error = xmlText('Code', report.code) + errorMembers(report);
  const id = xmlText('RequestId', requestId);
  if (family.service === undefined || family.service.id === 'S3') {
    return Buffer.from(`${XML_DECLARATION}<Error>${error}${id}${xmlText('HostId', hostIdOf(requestId))}</Error>`);
  }
  const type = xmlText('Type', report.fault);
  const opening = `<ErrorResponse xmlns="${queryNamespace(family.service)}">`;
  return Buffer.from(`${XML_DECLARATION}${opening}<Error>${type}${error}</Error>${id}</ErrorResponse>`);
}

function errorMembers({ message, members, shape }: Report): string {
  const others = Object.entries(members).map(([name, value]) => {
    const member = shape?.memberByName.get(name);
    if (member) return xmlElement(member.traits.xmlName ?? name, member.shape, value, undefined);
    return value == null ? '' : xmlText(name, String(value));
  });
  return xmlText('Message', message) + others.join('');
}
