package dev.leadline.platform.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Transactions of one second with more to do; there in tests only. */
@ApplicationScoped
public class OverdueWork {

    private static final int SECONDS = 1;

    private final DataSource dataSource;
    private final EntityManager entities;

    OverdueWork(DataSource dataSource, EntityManager entities) {
        this.dataSource = dataSource;
        this.entities = entities;
    }

    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public void declared(String what) {
        exceed(what);
    }

    public void begunByHand(String what) {
        QuarkusTransaction.requiringNew().timeout(SECONDS).run(() -> exceed(what));
    }

    private void exceed(String what) {
        switch (what) {
            case "one-statement" -> sleep(600);
            case "many-statements" -> {
                while (true) {
                    sleep(0.01);
                }
            }
            case "many-queries" -> {
                while (true) {
                    entities.createNativeQuery("select cast(pg_sleep(0.01) as text)")
                            .getResultList();
                }
            }
            case "late-commit" -> {
                sleep(0);
                awaitLimit();
            }
            case "late-statement" -> {
                sleep(0);
                awaitLimit();
                sleep(0);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static void awaitLimit() {
        try {
            while (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sleep(double seconds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_sleep(?)")) {
            statement.setDouble(1, seconds);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
