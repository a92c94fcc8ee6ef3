export { ServerRefusal } from './compose-app.ts';
export { type LabServices, openLabServices } from './labs/open-services.ts';
export { ApiRefusal, type LocalApi, openLocalApi } from './local-api.ts';
export { skillRecord } from './postings/record.ts';
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts';
