export { type RunningServer, type ServerOptions, ServerRefusal, startServer } from './start-server.ts';
