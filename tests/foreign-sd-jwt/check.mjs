// Makes and checks SD-JWTs with another implementation, @sd-jwt/core on the Web Crypto of Node.
//
//	usage: node check.mjs issue NONCE,NONCE,NONCE AUDIENCE IAT  prints {issuer, tokens}: one token for each way of showing an age
//	       node check.mjs verify NONCE < {issuer, token}         prints the claims that it read, or FAILED and why
import { randomBytes, webcrypto } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { SDJwtInstance } from '@sd-jwt/core';

const { subtle } = webcrypto;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const ES256 = { name: 'ECDSA', hash: 'SHA-256' };
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');

const signer = (key) => async (data) => base64url(await subtle.sign(ES256, key, new TextEncoder().encode(data)));
const verifier = (key) => async (data, signature) =>
  subtle.verify(ES256, key, Buffer.from(signature, 'base64url'), new TextEncoder().encode(data));
const hasher = async (data, algorithm) => {
  if (!/^sha-?256$/i.test(algorithm)) throw new Error(`${algorithm} is not expected here`);
  return new Uint8Array(await subtle.digest('SHA-256', typeof data === 'string' ? new TextEncoder().encode(data) : data));
};
const saltGenerator = async (length) => randomBytes(length).toString('hex').slice(0, length);
const pair = () => subtle.generateKey(P256, true, ['sign', 'verify']);

async function issue(nonces, aud, iat) {
  const [issuer, holder] = [await pair(), await pair()];
  const { kty, crv, x, y } = await subtle.exportKey('jwk', holder.publicKey);
  const library = new SDJwtInstance({
    signer: signer(issuer.privateKey), signAlg: 'ES256', verifier: verifier(issuer.publicKey), hasher, hashAlg: 'sha-256', saltGenerator,
    kbSigner: signer(holder.privateKey), kbSignAlg: 'ES256',
  });
  const head = { iss: 'https://foreign.example', vct: 'urn:eu.europa.ec.av.1', iat, exp: iat + 86_400, cnf: { jwk: { kty, crv, x, y } } };
  const shapes = [
    [{ age_over_16: true, age_over_18: false }, { _sd: ['age_over_16', 'age_over_18'], _sd_decoy: 3 }, { age_over_16: true }],
    [{ age_equal_or_over: { 16: true, 18: false } }, { age_equal_or_over: { _sd: ['16', '18'] } }, { age_equal_or_over: { 16: true } }],
    [{ age_equal_or_over: { 16: true, 18: false } }, { _sd: ['age_equal_or_over'] }, { age_equal_or_over: true }],
  ];
  const tokens = [];
  for (const [at, [claims, hidden, shown]] of shapes.entries()) {
    const credential = await library.issue({ ...head, ...claims }, hidden, { header: { typ: 'dc+sd-jwt' } });
    tokens.push(await library.present(credential, shown, { kb: { payload: { iat, aud, nonce: nonces[at] } } }));
  }
  const spki = base64url(await subtle.exportKey('spki', issuer.publicKey));
  console.log(JSON.stringify({ issuer: spki, tokens }));
}

async function verify(nonce) {
  const { issuer, token } = JSON.parse(await text(process.stdin));
  const key = await subtle.importKey('spki', Buffer.from(issuer, 'base64url'), P256, true, ['verify']);
  const library = new SDJwtInstance({
    hasher, verifier: verifier(key),
    kbVerifier: async (data, signature, payload) =>
      verifier(await subtle.importKey('jwk', payload.cnf.jwk, P256, true, ['verify']))(data, signature),
  });
  const { payload, kb } = await library.verify(token, [], true);
  if (kb.payload.nonce !== nonce) throw new Error('the nonce is another'); // the library leaves this to its user
  console.log(JSON.stringify({ payload, kb: kb.payload }));
}

const [, , act, nonce, aud, iat] = process.argv;
try {
  await (act === 'issue' ? issue(nonce.split(','), aud, Number(iat)) : verify(nonce));
} catch (fault) {
  console.log(`FAILED: ${fault.message}`);
  process.exitCode = 1;
}
