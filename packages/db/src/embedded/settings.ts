import type { Endpoint } from '../connect.ts';
import type { Transport } from './cluster.ts';

/**
 * For a small machine that does other things too. Whatever is acknowledged is on disk: synchronous_commit, fsync
 * and full_page_writes keep their default, on.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  // One node, no replicas: a smaller log.
  wal_level: 'minimal',
  max_wal_senders: '0',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  checkpoint_timeout: '15min',
  // Containers have a small /dev/shm; queries here are short, so helpers would cost more than they bring.
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] ',
};

/** Only for data that nobody misses: tests. */
export const THROWAWAY_SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

export function serverArguments(
  cluster: string,
  transport: Transport,
  endpoint: Endpoint,
  extra: Readonly<Record<string, string>>,
): string[] {
  const listening: Record<string, string> =
    transport === 'socket'
      ? { listen_addresses: '', unix_socket_directories: endpoint.host, unix_socket_permissions: '0700' }
      : { listen_addresses: endpoint.host, unix_socket_directories: '', port: String(endpoint.port) };
  const all = Object.entries({ ...SETTINGS, ...extra, ...listening });
  return ['-D', cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
