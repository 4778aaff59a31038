package dev.leadline.workspace;

/** What is cleared away in each workspace from time to time. */
public interface MaintenanceTask {

    /**
     * Does it in the current workspace. It may be done at any time, and by several instances at once.
     *
     * @return how many records it touched
     */
    int doNow();
}
