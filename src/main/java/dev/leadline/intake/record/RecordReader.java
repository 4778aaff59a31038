package dev.leadline.intake.record;

import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.paging.Cursor;
import dev.leadline.platform.paging.ListId;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads the records of one kind that the current workspace has. Takes part in the caller's transaction.
 *
 * @param <E> a record as its table has it
 * @param <R> a record as it is answered
 */
public final class RecordReader<E, R> {

    private final String kind;
    private final PanacheRepositoryBase<E, UUID> repository;
    private final Function<E, UUID> id;
    private final Function<E, R> answer;

    /** @param kind in words, for the client */
    public RecordReader(
            String kind, PanacheRepositoryBase<E, UUID> repository, Function<E, UUID> id, Function<E, R> answer) {
        this.kind = kind;
        this.repository = repository;
        this.id = id;
        this.answer = answer;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none with this id */
    public R get(UUID recordId) {
        return answer.apply(found(recordId, repository.findById(recordId)));
    }

    /**
     * The id of a record that is known by another one.
     *
     * @param key what it is known by, for the client
     * @param conditions that only this record meets
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none
     */
    public UUID id(String key, Conditions conditions) {
        return repository
                .find(conditions.orderedBy("externalId"), conditions.values())
                .firstResultOptional()
                .map(id)
                .orElseThrow(() -> Problem.notFound(kind, key).toException());
    }

    /**
     * A record to be changed: nobody else changes it before the transaction ends.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is none with this id
     */
    public E locked(UUID recordId) {
        return found(recordId, repository.findById(recordId, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Looks at stored records with the rows that meet them, in the order of the records' ids, so that two writers do not lock
     * each other out; rows of one record in their own order. What is changed is written to the database. Records are found one
     * by one: of many ids at once a database without statistics of the workspace may read all of its records each time.
     *
     * @param locked whether the records are to be changed: nobody else changes them before the transaction ends
     * @param look takes a row and the record that it meets
     */
    public <M> void meet(List<Meeting<M>> meetings, boolean locked, BiConsumer<Meeting<M>, E> look) {
        LockModeType lock = locked ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE;
        meetings.stream()
                .sorted(Comparator.comparing(Meeting::recordId))
                .forEach(meeting -> look.accept(meeting, repository.findById(meeting.recordId(), lock)));
        repository.flush();
    }

    /** A page of those that meet the conditions, the newest first. */
    public Page<R> newest(ListId list, Conditions conditions, PageRequest page) {
        Conditions behindCursor = conditions.behind(
                page.after(list, 1).map(cursor -> cursor.id(0)).orElse(null));
        List<E> found = repository
                .find(behindCursor.orderedBy("id desc"), behindCursor.values())
                .page(0, page.size() + 1)
                .list();
        return Page.of(list, found, page.size(), entity -> Cursor.of(id.apply(entity)))
                .map(answer);
    }

    private E found(UUID recordId, E entity) {
        if (entity == null) {
            throw Problem.notFound(kind, recordId).toException();
        }
        return entity;
    }
}
