/** Strict JSON: what is unclear is rejected with the field's name, never guessed; merge patches and canonical hashes. */
package dev.leadline.platform.json;
