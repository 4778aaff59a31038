/** No statement reads much more than it needs, whatever the database's statistics know. */
package dev.leadline.packaged.plans;
