/** Problem bodies (RFC 9457): the one shape of every error answer, and the mapping of exceptions to it. */
package dev.leadline.platform.problem;
