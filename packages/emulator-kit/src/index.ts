export { Control } from './control/control.ts';
export { type FidelityRow, type FidelityTable, fidelityTable } from './control/fidelity.ts';
export { serveControl } from './control/serve-control.ts';
export { type Checksum, type ChecksumName, verifyChecksums } from './front/checksums.ts';
export { decodeChunked, encodingWithoutChunks, isChunked } from './front/chunked.ts';
export { type Listener, type ListenOptions, listen } from './front/http.ts';
export { type InProcessHandler, inProcessHandler } from './front/in-process.ts';
export type { FrontLimits } from './front/limits.ts';
export type { FrontEvent } from './front/serve.ts';
export { createSpool, type Spool, type SpooledPayload } from './front/spool.ts';
export { type NewTenant, Sandbox, type SandboxOptions } from './sandbox.ts';
export { loadPack } from './schema/load-pack.ts';
export type { ServicePack } from './schema/pack.ts';
export type { OperationModel, Protocol, ServiceModel, Shape, StructureShape } from './schema/shape.ts';
export type { Authority, CredentialFault, Credentials, HostKeys, KeyPair, RequestSite } from './service/authority.ts';
export type { Call } from './service/call.ts';
export { type AnyOperation, type Fidelity, type Operation, operation } from './service/operation.ts';
export { type AnyService, defineService, type NewAccount, type Service } from './service/service.ts';
export { ServiceError } from './service-error.ts';
export {
  type Authorization,
  parseAuthorization,
  type V2Authorization,
  type V4Authorization,
} from './signature/authorization.ts';
export { createHasher, type DigestName, digestOf } from './signature/digest.ts';
export { missingAuthentication } from './signature/failures.ts';
export { familyOf, type RequestHead, type SignatureFamily } from './signature/family.ts';
export { type Verification, verifySignature } from './signature/verify.ts';
export { ACCESS_KEY_PREFIXES, tenantCode, tenantCodeOf } from './tenant/access-key.ts';
export type { BillLine, Charge, PriceSource } from './tenant/bill.ts';
export type { BlobRef, BlobStore } from './tenant/blobs.ts';
export { Ids } from './tenant/ids.ts';
export type { JournalEntry } from './tenant/journal.ts';
export type { Decision, Need, Principal } from './tenant/principal.ts';
export { Tenant, type TenantSnapshot } from './tenant/tenant.ts';
export type { WireRequest, WireResponse } from './wire/messages.ts';
export { memoryPayload, type Payload } from './wire/payload.ts';
export { readInput } from './wire/read-input.ts';
export { type Family, type Route, type RouteHints, routeRequest } from './wire/route.ts';
export { writeError } from './wire/write-error.ts';
export { writeOutput } from './wire/write-output.ts';
