/**
 * Operations whose answer has a body: the CLI writes it to a file given as last word, SDKs give a stream. The body's
 * name in the answer.
 */
export const STREAMED: Readonly<Record<string, string>> = {
  's3.GetObject': 'Body',
  'sagemaker-runtime.InvokeEndpoint': 'Body',
  'lambda.Invoke': 'Payload',
  'bedrock-runtime.InvokeModel': 'body',
};
