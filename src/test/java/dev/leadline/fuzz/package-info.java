/**
 * Bad requests, made by chance from the API document. A request starts from an example of the document and is spoilt in one
 * to three places, or is odd throughout. Whatever is sent, the service must answer as the document says.
 */
package dev.leadline.fuzz;
