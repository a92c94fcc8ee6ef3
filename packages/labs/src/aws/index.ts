export { cliCloud } from './cli-cloud.ts';
export { pythonCloud } from './python-cloud.ts';
export { PYTHON_ENDPOINT_FOLDER, runScript } from './run-script.ts';
export { type Credentials, type SdkCloudOptions, sdkCloud } from './sdk-cloud.ts';
