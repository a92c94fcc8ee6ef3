/** S3's hosts under which a bucket may stand in front: AWS's own, and the sandbox's. */
const S3_HOSTS = [
  /^(?:(.+)\.)?s3(?:[.-](?:dualstack|fips|accelerate|[a-z]{2}(?:-[a-z]+)+-\d))*\.amazonaws\.com(?:\.cn)?$/,
  /^(?:(.+?)\.)?(?:s3\.)?localhost$/,
];

/** The bucket in a virtual-host style host, such as `photos.s3.eu-west-1.amazonaws.com` or `photos.localhost:4566`. */
export function bucketOfHost(host: string): string | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  for (const pattern of S3_HOSTS) {
    const match = pattern.exec(name);
    if (match) return match[1] === 's3' ? undefined : match[1];
  }
  return undefined;
}
