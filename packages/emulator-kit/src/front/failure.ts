import { ServiceError } from '../service-error.ts';
import type { SignatureFamily } from '../signature/family.ts';
import type { WireResponse } from '../wire/messages.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const NO_XML_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const xml = (text: string): string => text.replace(NO_XML_CHARACTER, '').replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);

const element = (name: string, text: string): string => `<${name}>${xml(text)}</${name}>`;

/**
 * A failure that happens before a request reaches its service (body too large, too slow, cut off), in the shape that
 * the family's clients read.
 */
export function renderFailure(family: SignatureFamily, error: ServiceError, requestId: string): WireResponse {
  const status = error.status ?? 400;
  const id = { 'x-amzn-requestid': requestId };
  if (family === 's3') {
    const members = Object.entries(error.members).map(([name, value]) => element(name, String(value)));
    const body = `${element('Code', error.code)}${element('Message', error.message)}${members.join('')}${element('RequestId', requestId)}`;
    const headers = { 'content-type': 'application/xml', 'x-amz-request-id': requestId };
    return { status, headers, body: bytes(`<?xml version="1.0" encoding="UTF-8"?>\n<Error>${body}</Error>`) };
  }
  if (family === 'query') {
    const type = status >= 500 ? 'Receiver' : 'Sender';
    const inner = `${element('Type', type)}${element('Code', error.code)}${element('Message', error.message)}`;
    const body = `<ErrorResponse><Error>${inner}</Error>${element('RequestId', requestId)}</ErrorResponse>`;
    return { status, headers: { 'content-type': 'text/xml', ...id }, body: bytes(body) };
  }
  const contentType = family === 'json' ? 'application/x-amz-json-1.1' : 'application/json';
  const body = JSON.stringify({ __type: error.code, message: error.message });
  return { status, headers: { 'content-type': contentType, 'x-amzn-errortype': error.code, ...id }, body: bytes(body) };
}

/** What the caller sees of a bug of ours: an id to look up in the log, and nothing of the inside. */
export function internalFailure(family: SignatureFamily): ServiceError {
  const message = 'The request processing has failed because of an unknown error, exception or failure.';
  return new ServiceError(family === 's3' ? 'InternalError' : 'InternalFailure', message, 500);
}

/** One sentence in plain text, for callers that are no cloud clients. */
export function plainAnswer(status: number, message: string): WireResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: bytes(`${message}\n`) };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
