/** Lists by opaque cursor. */
package dev.leadline.platform.paging;
