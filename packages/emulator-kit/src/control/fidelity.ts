import type { Fidelity } from '../service/operation.ts';
import type { AnyService } from '../service/service.ts';

/** One operation, and how far it may be trusted to behave as the cloud's does. */
export interface FidelityRow {
  readonly service: string;
  readonly operation: string;
  readonly fidelity: Fidelity;
  /** What differs from the cloud; '' for a real one. */
  readonly differs: string;
}

export interface FidelityTable {
  readonly rows: readonly FidelityRow[];
  /** By service: operations that the cloud has and that answer 501 here. */
  readonly missing: Readonly<Record<string, number>>;
}

/** Made from the code: what is not in a service's `operations` is not there. */
export function fidelityTable(services: readonly AnyService[]): FidelityTable {
  const rows = services.flatMap((service) =>
    Object.entries(service.operations).map(([operation, { fidelity, differs = '' }]) => ({
      service: service.model.id,
      operation,
      fidelity,
      differs,
    })),
  );
  const missing = services.map((service) => [
    service.model.id,
    service.model.operations.size - Object.keys(service.operations).length,
  ]);
  rows.sort((a, b) => a.service.localeCompare(b.service) || a.operation.localeCompare(b.operation));
  return { rows, missing: Object.fromEntries(missing) as Record<string, number> };
}
