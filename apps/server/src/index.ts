export { type LabServices, openLabServices } from './labs/open-services.ts';
export { type RunningServer, type ServerOptions, ServerRefusal, startServer } from './start-server.ts';
