package dev.leadline.analysis.stability;

/** The most that the spread of a volume may be and still count as foreseeable: a setting of whoever decides by it. */
public interface SpreadLimit {

    /** The current workspace's; a fraction above 0. */
    double ofCurrentWorkspace();
}
